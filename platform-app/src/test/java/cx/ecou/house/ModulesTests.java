package cx.ecou.house;

import cx.ecou.EcouApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    private final ApplicationModules modules = ApplicationModules.of(EcouApplication.class);

    @Test
    void modules_meet_only_through_their_open_rooms_and_never_in_a_circle() {
        modules.verify();
    }
}
