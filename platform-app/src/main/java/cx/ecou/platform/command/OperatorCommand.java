package cx.ecou.platform.command;

import java.io.IOException;
import java.util.List;
import org.springframework.core.env.Environment;

/** Something that Ecou does once, and ends. */
interface OperatorCommand {

    /** It did what it should, and all is well. */
    int DONE = 0;

    /** It found what should not be. */
    int FOUND = 1;

    /** It could not do what it should. */
    int FAILED = 2;

    /**
     * @param words behind the command's name
     * @return how the program ends
     * @throws CommandFailed with a sentence
     */
    int run(List<String> words, Environment environment) throws IOException;
}
