package cx.ecou.customer.web.person;

import cx.ecou.customer.write.person.PossibleDuplicate;

/** Two who may be one, side by side. */
record PairView(PossibleDuplicate question, PersonCard one, PersonCard other) {}
