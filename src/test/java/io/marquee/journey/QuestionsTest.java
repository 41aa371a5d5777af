package io.marquee.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.marquee.registration.Question;
import io.marquee.registration.QuestionKind;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.QuestionFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An event that asks those who come, on a phone. */
class QuestionsTest extends CheckoutScene {
    @Autowired
    QuestionFixture questions;

    @Test
    void what_is_asked_is_answered_at_the_checkout_and_changed_later() {
        Question diet = questions.ask(event, QuestionFixture.diet());
        questions.ask(event, QuestionFixture.of("Where do you work?", QuestionKind.SHORT_TEXT));
        questions.ask(event, QuestionFixture.of("Which days?", QuestionKind.SEVERAL_CHOICES, "Friday", "Saturday"));
        questions.ask(event, QuestionFixture.of("May we take photos?", QuestionKind.YES_NO));
        questions.ask(event, QuestionFixture.of("Your day of birth", QuestionKind.DATE));
        questions.ask(event, QuestionFixture.of("Your T-shirt", QuestionKind.SINGLE_CHOICE, "S", "M", "L"));
        questions.ask(event, QuestionFixture.of("Anything else?", QuestionKind.LONG_TEXT));

        tom.open(eventPath());
        tom.page().locator("main [name^=qty_]").fill("2");
        tom.press("Get 2 tickets").arrives("Your details").looks("Questions");
        buying.orders("Tom Okafor", "tom@example.org", "Pay €48.00");
        assertThat(tom.page().locator(".field-error")).hasCount(2);
        browser.complaints().removeIf(complaint -> complaint.contains("422"));
        tom.looks("Questions unanswered");

        answers(diet, 1, "No meat");
        answers(diet, 2, "Everything");
        tom.page().getByLabel("Saturday").check();
        tom.press("Pay €48.00");
        buying.paysWith(PaymentFixture.GOOD_CARD, "€48.00").hasTickets(2);
        tom.follow("Your answers to the organizer’s questions").arrives("Your answers");
        assertThat(tom.page().getByLabel("Saturday")).isChecked();
        answers(diet, 1, "Nothing from animals");
        tom.press("Save").sees("Your answers are saved.");
    }

    private void answers(Question question, int ticket, String said) {
        tom.page()
                .locator("[name='" + question.field(ticket) + "'][value='" + said + "']")
                .check();
    }
}
