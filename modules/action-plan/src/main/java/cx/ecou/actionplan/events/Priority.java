package cx.ecou.actionplan.events;

/** How soon a customer must hear from us. The order is the order of urgency: the most urgent comes first. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL
}
