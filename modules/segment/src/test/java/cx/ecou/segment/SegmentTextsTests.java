package cx.ecou.segment;

import cx.ecou.webshell.testing.TextCompleteness;
import org.junit.jupiter.api.Test;

class SegmentTextsTests {

    @Test
    void the_module_speaks_all_four_languages() {
        TextCompleteness.of("texts/segment/messages").check();
    }
}
