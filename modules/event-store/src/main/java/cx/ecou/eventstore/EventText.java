package cx.ecou.eventstore;

/**
 * A whole event as it lies in the store. Its texts are meant to be JSON, but nobody has looked: they are what was written.
 *
 * @param row where it lies
 * @param payload what it says; personal data may be in it
 * @param metadata what came with it
 */
public record EventText(EventRow row, String payload, String metadata) {}
