package cx.ecou;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Ecou as one program. */
@SpringBootApplication
public class EcouApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EcouApplication.class, arguments);
    }
}
