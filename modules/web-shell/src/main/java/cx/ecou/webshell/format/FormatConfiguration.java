package cx.ecou.webshell.format;

import cx.ecou.kernel.Reporting;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives templates their {@code @format}. */
@Configuration(proxyBeanMethods = false)
public class FormatConfiguration {

    @Bean
    Format format(MessageSource texts, ObjectProvider<Clock> clock, ObjectProvider<Reporting> reporting) {
        return new Format(
                texts,
                clock.getIfAvailable(Clock::systemUTC),
                reporting.getIfAvailable(() -> new Reporting(ZoneId.of("Europe/Warsaw"))));
    }
}
