package cx.ecou.webshell.problems;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers requests that went wrong. */
@Configuration(proxyBeanMethods = false)
public class ProblemsConfiguration {

    @Bean
    ProblemTexts problemTexts(MessageSource texts) {
        return new ProblemTexts(texts);
    }
}
