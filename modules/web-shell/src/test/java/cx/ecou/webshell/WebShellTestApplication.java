package cx.ecou.webshell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shell with nothing in it but a gallery of its components; run it to look at them. */
@SpringBootApplication
public class WebShellTestApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WebShellTestApplication.class, arguments);
    }
}
