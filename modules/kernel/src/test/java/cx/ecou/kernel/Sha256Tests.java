package cx.ecou.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Tests {

    @Test
    void a_text_has_the_hash_that_every_other_program_computes() {
        assertThat(HexFormat.of().formatHex(Sha256.of("Zażółć")))
                .isEqualTo("1b45560b47f44bbf87bf66cb5d1840e833c5857f8c5656a2f42656153853f8d1");
        assertThat(Sha256.begin().digest()).isEqualTo(Sha256.of(""));
    }
}
