package cx.ecou;

import cx.ecou.platform.start.StartCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Ecou as one program. */
@SpringBootApplication
public class EcouApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(EcouApplication.class);
        application.addListeners(new StartCheck());
        application.run(arguments);
    }
}
