package cx.ecou.platform.demo;

import cx.ecou.webshell.layout.Banner;
import cx.ecou.webshell.texts.TextBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Says on every page that this is a demonstration. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    Banner demoBanner() {
        return new Banner("demo.banner");
    }

    @Bean
    TextBundle demoTexts() {
        return new TextBundle("texts/demo/messages");
    }
}
