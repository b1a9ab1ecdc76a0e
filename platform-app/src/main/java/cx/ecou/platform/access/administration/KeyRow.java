package cx.ecou.platform.access.administration;

import cx.ecou.platform.access.key.ApiKey;
import java.time.Instant;

/** A key as the page shows it. */
record KeyRow(ApiKey key, ApiKey.State state) {

    static KeyRow of(ApiKey key, Instant now) {
        return new KeyRow(key, key.stateAt(now));
    }

    public boolean active() {
        return state == ApiKey.State.ACTIVE;
    }

    public String stateKey() {
        return "key.state." + state.name();
    }

    public String tone() {
        return switch (state) {
            case ACTIVE -> "done";
            case EXPIRED -> "soon";
            case REVOKED -> "";
        };
    }
}
