package io.marquee.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import io.marquee.event.EventView;
import io.marquee.testing.Browser;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** From signing up to the door, in real browsers, on a phone and, where there is time, on a desk. Pictures: {@code -Dpictures}. */
@MarqueeTest
@Tag("browser")
class JourneyTest {
    private static final String DECLINED_CARD = "4000 0000 0000 0002";

    @Autowired
    Journey journey;

    @Autowired
    TicketFixture tickets;

    @RegisterExtension
    static final Browser browser = new Browser();

    private int width;
    private Walker host;
    private String eventPath = "";
    private String managePath = "";

    @Test
    void from_signing_up_to_the_door_on_a_phone() {
        from_signing_up_to_the_door(390);
    }

    @Test
    @Tag("long")
    void from_signing_up_to_the_door_on_a_desk() {
        from_signing_up_to_the_door(1280);
    }

    private void from_signing_up_to_the_door(int width) {
        this.width = width;
        host = journey.walker(browser, width);
        an_event_is_published();
        String code = a_visitor_buys_while_the_team_watches();
        String order = a_declined_buyer_pays_after_all();
        the_mailed_link_opens_the_order(order);
        the_team_gives_the_money_back(order);
        staff_let_a_ticket_in_once(code);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_free_event_takes_no_more_than_three_clicks() {
        EventView event = tickets.event();
        tickets.type(event, OrderFixture.free(20));
        Walker visitor = journey.walker(browser, 390);
        visitor.open("/events/" + event.slug());

        visitor.press("Get 1 ticket");
        new Buying(visitor)
                .orders("Noa Levi", PeopleFixture.address("Noa"), "Get tickets")
                .hasTickets(1);

        assertThat(browser.complaints()).isEmpty();
    }

    private void an_event_is_published() {
        Hosting hosting = new Hosting(journey, host);
        hosting.signsUp("Ada Lind", PeopleFixture.address("Ada"));
        hosting.makesAnOrganization("Harbour Collective");
        eventPath = hosting.publishes();
        managePath = "/manage" + eventPath;
        host.open(eventPath).pictureForTheDocuments("event-page");
    }

    private String a_visitor_buys_while_the_team_watches() {
        host.open(managePath).looks("Overview before");
        Locator sold = host.page().locator(".stat dd").first();
        assertThat(sold).hasText(Pattern.compile("^\\s*0\\b"));
        String email = PeopleFixture.address("Tom");
        Walker tom = journey.walker(browser, width);
        tom.open(eventPath).looks("Event page");

        Buying buying = new Buying(tom)
                .picksOneOfEach("General admission", "Front row")
                .seesTheTimeRun()
                .orders("Tom Okafor", email, "Pay €72.00")
                .paysWith(PaymentFixture.GOOD_CARD, "€72.00")
                .hasTickets(2);

        assertThat(sold).hasText(Pattern.compile("^\\s*2\\b"));
        assertThat(host.page().locator("svg.chart")).hasAttribute("aria-label", "2 tickets sold in the last 14 days");
        host.sees("Tom Okafor").looks("Overview after");
        var mails = journey.mails(email, "order_paid", 1);
        assertThat(mails).hasSize(1);
        assertThat(journey.filesOf(mails.getFirst()))
                .anyMatch(name -> name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".ics"));
        journey.administrator(browser, width, root -> {
            root.open("/admin/outbox").arrives("Outbox");
            root.open("/admin/outbox/" + mails.getFirst().id()).looks("Mail");
        });
        return buying.firstCode();
    }

    /** @return the path that was mailed */
    private String a_declined_buyer_pays_after_all() {
        String email = PeopleFixture.address("Mia");
        Walker mia = journey.walker(browser, width);
        mia.open(eventPath);
        Buying buying = new Buying(mia)
                .picksOneOfEach("General admission", "Front row")
                .orders("Mia Sato", email, "Pay €72.00")
                .paysWith(DECLINED_CARD, "€72.00");
        mia.arrives("The payment was declined").press("Try again");
        buying.paysWith(PaymentFixture.GOOD_CARD, "€72.00").hasTickets(2);

        String path = journey.mailedPath(email, "/orders/");
        Walker later = journey.walker(browser, width);
        later.open(path).arrives("You’re going.");
        later.press("Send the mail again").sees("We are sending your tickets to " + email + " again.");
        assertThat(journey.mails(email, "order_paid", 2)).hasSize(2);
        return path;
    }

    private void the_mailed_link_opens_the_order(String order) {
        Walker mia = journey.walker(browser, width);
        mia.open(order).unfold("Correct the names").looks("Names");
        mia.fill("name_1", "Kenji Sato").field("name_1").press("Enter");
        mia.sees("The name is corrected.");
        assertThat(mia.page().locator(".stub").first()).containsText("Kenji Sato");

        mia.unfold("Ask for a refund").fill("reason", "We have caught a cold, both of us.");
        mia.press("Send to the organizer")
                .sees("The organizer has not answered yet.")
                .looks("Refund asked");
    }

    private void the_team_gives_the_money_back(String order) {
        host.open(managePath + "/orders").sees("Refund asked").looks("Orders");
        host.page()
                .locator("tr", new LocatorOptions().setHasText("Mia Sato"))
                .locator("a")
                .click();
        host.sees("We have caught a cold, both of us.").looks("Order of the team");
        host.pressAndConfirm("Approve").sees("The tickets have ended, and the money is on its way.");

        Walker mia = journey.walker(browser, width);
        mia.open(order).sees("back to you.").looks("Refund under way");
        mia.opensUntil(order, "This order was given back").sees("€72.00 went back to you.");
    }

    private void staff_let_a_ticket_in_once(String code) {
        Walker sam = journey.walker(browser, width);
        become_staff(sam, PeopleFixture.address("Sam"));

        sam.fill("code", code).press("Check");
        Locator verdict = sam.page().locator("[data-verdict]");
        assertThat(verdict).containsText("Welcome, Tom");
        sam.looks("Welcome");
        sam.fill("code", code).press("Check");
        assertThat(verdict).containsText("Already in");
        assertThat(verdict).containsText("at Main gate");
        sam.looks("Already in");

        assertThat(List.of(
                        sam.statusOf(managePath + "/orders"),
                        sam.statusOf(managePath + "/attendees"),
                        sam.statusOf(managePath + "/edit")))
                .allMatch(status -> status == 403 || status == 404);
        host.open(managePath + "/check-ins").sees("Sam Reyes").looks("Check ins");
        host.open(managePath + "/attendees").sees("Tom Okafor").looks("Guests");
        host.open(managePath).pictureForTheDocuments("overview");
    }

    private void become_staff(Walker sam, String email) {
        host.open(managePath + "/team").fill("email", email).looks("Team");
        host.page().locator("input[name=role][value=staff]").check();
        host.press("Send the invitation").sees("We wrote to " + email);
        String invitation = journey.mailedPath(email, "/event-invitations/");

        sam.open(invitation).arrives(Hosting.TITLE);
        sam.page().locator("main a[href^='/signup']").click();
        Hosting account = new Hosting(journey, sam);
        account.fillAccount("Sam Reyes", email);
        sam.arrives(Hosting.TITLE);
        account.confirms(email);
        sam.open(invitation).press("Accept").arrives(Hosting.TITLE);
        assertThat(sam.path()).isEqualTo("/scanner/" + Path.of(eventPath).getFileName());
    }
}
