package cx.ecou.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the program ends when it was called for a command; 1 is kept for what a command has found. */
class OperatorCommandsIT {

    @Test
    void whatever_keeps_a_command_from_its_work_ends_with_2() {
        assertThat(OperatorCommands.run(new String[] {"backup"})).isEqualTo(2);
        assertThat(OperatorCommands.run(new String[] {"backup", "no\0folder"})).isEqualTo(2);
    }
}
