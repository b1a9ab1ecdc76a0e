package cx.ecou.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who works in Ecou. Answered by the platform, asked by modules that give work to people. */
public interface Colleagues {

    /** Everybody whose account is open, by name. */
    List<Colleague> all();

    /** One colleague, also one whose account has been closed: history must go on naming them. */
    Optional<Colleague> find(UUID id);
}
