package cx.ecou;

import cx.ecou.platform.command.OperatorCommands;
import cx.ecou.platform.start.StartCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Ecou as one program. */
@SpringBootApplication
public class EcouApplication {

    public static void main(String[] arguments) {
        if (OperatorCommands.isOne(arguments)) {
            System.exit(OperatorCommands.run(arguments));
        }
        var application = new SpringApplication(EcouApplication.class);
        application.addListeners(new StartCheck());
        application.run(arguments);
    }
}
