package cx.ecou.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedactedTests {

    private record Said(
            int score, @Personal String name, @Nullable String touchpoint) {}

    @Test
    void what_is_personal_is_not_told_and_the_rest_is() {
        assertThat(Redacted.describe(new Said(3, "Ana Kowalska", null)))
                .isEqualTo("Said[score=3, name=•••, touchpoint=null]");
    }
}
