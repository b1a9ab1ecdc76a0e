package cx.ecou.webshell;

import cx.ecou.webshell.texts.TextBundle;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The shell with nothing in it but a gallery of its components; run it to look at them. */
@SpringBootApplication
public class WebShellTestApplication {

    @Bean
    TextBundle sampleTexts() {
        return new TextBundle("texts/samples/messages");
    }

    public static void main(String[] arguments) {
        SpringApplication.run(WebShellTestApplication.class, arguments);
    }
}
