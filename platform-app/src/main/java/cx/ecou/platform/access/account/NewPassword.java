package cx.ecou.platform.access.account;

import org.jspecify.annotations.Nullable;

/** A new password as typed into a form, twice. */
public record NewPassword(String password, String repeated) {

    public NewPassword(@Nullable String password, @Nullable String repeated) {
        this.password = password == null ? "" : password;
        this.repeated = repeated == null ? "" : repeated;
    }

    @Override
    public String toString() {
        return "NewPassword[•••]";
    }
}
