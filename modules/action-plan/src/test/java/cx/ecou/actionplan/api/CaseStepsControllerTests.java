package cx.ecou.actionplan.api;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.api.CaseStepsController.Contact;
import cx.ecou.actionplan.api.CaseStepsController.Note;
import cx.ecou.actionplan.api.CaseStepsController.Reopening;
import cx.ecou.actionplan.api.CaseStepsController.Resolution;
import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import org.junit.jupiter.api.Test;

class CaseStepsControllerTests {

    private static final Contact CONTACT = new Contact(ContactChannel.PHONE, "Ana was angry");
    private static final Note NOTE = new Note("Ana was angry");
    private static final Resolution RESOLUTION = new Resolution(Outcome.RECOVERED, RootCause.OTHER, "Ana was angry");
    private static final Reopening REOPENING = new Reopening("Ana was angry");

    @Test
    void what_was_written_about_a_person_never_stands_in_a_log() {
        assertThat(CONTACT).hasToString("Contact[channel=PHONE, note=•••]");
        assertThat(NOTE).hasToString("Note[text=•••]");
        assertThat(RESOLUTION).hasToString("Resolution[outcome=RECOVERED, rootCause=OTHER, note=•••]");
        assertThat(REOPENING).hasToString("Reopening[reason=•••]");
    }
}
