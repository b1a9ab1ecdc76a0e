package cx.ecou.eventstore;

import cx.ecou.eventstore.web.ReadYourWrites;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets every handler that is marked with {@link ReadsModel} honour {@code Ecou-After}. */
@AutoConfiguration(after = EventStoreConfiguration.class)
public class ReadYourWritesConfiguration {

    @Bean
    AwaitedWrites awaitedWrites(Positions positions) {
        return new ReadYourWrites(positions);
    }

    @Bean
    WebMvcConfigurer readYourWrites(Positions positions) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ReadYourWrites(positions)).addPathPatterns("/api/**");
            }
        };
    }
}
