package cx.ecou.webshell.problems;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A request body has more bytes than are accepted; thrown while it is being read. */
final class BodyTooLarge extends IOException {

    static final Problem PROBLEM = Problem.of(
            HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is larger than is accepted. Send less at once.");

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("body too large");
    }
}
