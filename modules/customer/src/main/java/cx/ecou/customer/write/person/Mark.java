package cx.ecou.customer.write.person;

import com.ibm.icu.text.SpoofChecker;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.events.IdentityKind;
import java.util.stream.Stream;

/**
 * By what two subjects are found to have something in common: an identity, or a likeness.
 *
 * @param kind of the identity, or {@link #LIKENESS}
 */
record Mark(String kind, String value) {

    /** An e-mail address in which letters that look the same are the same. */
    static final String LIKENESS = "EMAIL_LIKENESS";

    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

    static Mark of(Identity identity) {
        return new Mark(identity.kind().name(), identity.value());
    }

    /** All marks that an identity leaves. */
    static Stream<Mark> left(Identity identity) {
        return identity.kind() == IdentityKind.EMAIL
                ? Stream.of(of(identity), new Mark(LIKENESS, LOOKS.getSkeleton(identity.value())))
                : Stream.of(of(identity));
    }

    @Override
    public String toString() {
        return "Mark[" + kind + ", •••]";
    }
}
