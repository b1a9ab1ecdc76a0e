package cx.ecou.feedback.write.imports.file;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read from its beginning as often as needed. */
@FunctionalInterface
public interface FileContent {

    InputStream open() throws IOException;
}
