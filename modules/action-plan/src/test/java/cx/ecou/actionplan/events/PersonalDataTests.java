package cx.ecou.actionplan.events;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.actionplan.CaseExamples;
import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonalDataTests {

    @Test
    void every_event_with_words_about_a_person_names_that_person() {
        assertThat(ActionPlanEvent.class.getPermittedSubclasses())
                .filteredOn(event -> marked(event, Personal.class).findAny().isPresent())
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(marked(event, DataSubject.class)).hasSize(1));
    }

    @Test
    void whatever_people_write_in_free_text_is_personal() {
        assertThat(Arrays.stream(ActionPlanEvent.class.getPermittedSubclasses())
                        .flatMap(event -> Arrays.stream(event.getRecordComponents())))
                .filteredOn(component -> component.getName().matches("note|text|reason|comment|customerName"))
                .filteredOn(component -> component.getType() == String.class)
                .hasSize(6)
                .allSatisfy(component -> assertThat(component.isAnnotationPresent(Personal.class))
                        .isTrue());
    }

    @Test
    void an_event_does_not_show_them_when_it_is_logged() {
        assertThat(Stream.of(
                                CaseExamples.caseOpened(),
                                CaseExamples.contacted(),
                                CaseExamples.noted(),
                                CaseExamples.resolved(),
                                CaseExamples.reopened())
                        .map(Object::toString))
                .allSatisfy(shown -> assertThat(shown)
                        .contains("•••")
                        .doesNotContain("Ana", "Szafa", "Apologised", "Carrier", "Delivered", "door"));
    }

    private static Stream<RecordComponent> marked(Class<?> event, Class<? extends Annotation> mark) {
        return Arrays.stream(event.getRecordComponents()).filter(component -> component.isAnnotationPresent(mark));
    }
}
