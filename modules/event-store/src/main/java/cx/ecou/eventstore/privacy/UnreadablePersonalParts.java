package cx.ecou.eventstore.privacy;

import org.axonframework.serialization.SerializationException;

/**
 * What is encrypted in a stored event cannot be read, and its key was not destroyed: the ciphertext was altered or belongs to another
 * event, or its data key is missing.
 */
public final class UnreadablePersonalParts extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnreadablePersonalParts(String how) {
        super("a stored event " + how);
    }
}
