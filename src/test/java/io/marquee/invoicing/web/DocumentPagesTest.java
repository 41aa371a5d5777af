package io.marquee.invoicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.invoicing.DocumentView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.InvoicingFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class DocumentPagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    InvoicingFixture invoicing;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Visitor owner;
    private Visitor buyer;
    private ApiClient api;
    private OrganizationView organization;
    private EventView event;
    private OrderView order;
    private String path;

    @BeforeEach
    void a_paid_order() {
        PersonId person = people.person("Olga Owner");
        organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        order = orders.paid(event, tickets.type(event, 10), 2);
        URI base = settings.baseUrl();
        owner = Visitor.of(base).bearing(people.token(person));
        api = new ApiClient(settings.port(), people.token(person));
        buyer = Visitor.of(base);
        path = "/orders/" + capabilities.tokenFor(order.hold().value());
    }

    @Test
    void the_buyer_finds_receipt_and_invoice_and_says_whom_it_is_for() {
        invoicing.of(order, 1);
        assertThat(buyer.get(path).body()).contains(path + "/documents");
        assertThat(buyer.get(path + "/documents").body()).contains("REC-", "Whom is the invoice for?");

        HttpResponse<String> refused =
                buyer.post(path + "/documents/billing", "billing.company", "Tidewater Lda", "billing.country", "XX");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Tidewater Lda", "billing.address-error", "billing.country-error");

        buyer.post(
                path + "/documents/billing",
                "billing.company",
                "Tidewater Lda",
                "billing.address",
                "Rua Nova 3",
                "billing.country",
                "PT");
        owner.post(
                "/manage/organizations/" + organization.slug() + "/seller",
                "legalName",
                "Pier 14 Lda",
                "address",
                "Rua do Cais 14",
                "country",
                "PT",
                "prefix",
                "PIER",
                "timeZone",
                "Europe/Lisbon",
                "waitDays",
                "3");

        DocumentView invoice = invoicing.of(order, 2).getLast();
        HttpResponse<String> page = buyer.get(path + "/documents/" + invoice.id());
        assertThat(page.body()).contains("PIER-INV-", "Tidewater Lda", "Pier 14 Lda", "€48.00");
        assertThat(buyer.get(path + "/documents/" + invoice.id() + "/document.pdf")
                        .body())
                .startsWith("%PDF");
    }

    @Test
    void the_team_finds_them_at_the_order_and_in_a_list_that_is_exported() {
        DocumentView receipt = invoicing.of(order, 1).getFirst();
        String folder = "/manage/organizations/" + organization.slug();

        assertThat(owner.get("/manage/events/" + event.slug() + "/orders/" + order.code() + "/documents")
                        .body())
                .contains(receipt.label());
        assertThat(owner.get("/manage/documents/" + receipt.id()).body()).contains(receipt.label());
        assertThat(owner.get(folder + "/documents").body()).contains(receipt.label(), "Ada Lind");
        assertThat(owner.get(folder + "/documents?kind=invoice").body()).doesNotContain(receipt.label());
        assertThat(owner.get(folder + "/documents?kind=x").statusCode()).isEqualTo(422);
        assertThat(owner.get(folder + "/documents.csv").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(receipt.label() + ",receipt,")
                .endsWith(",48.00,0.00,48.00");
        assertThat(buyer.get("/manage/documents/" + receipt.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void programs_read_them_and_say_who_sells() {
        invoicing.of(order, 1);

        ApiClient.Answer seller = api.send(
                "PUT",
                "/organizations/" + organization.slug() + "/seller",
                "{\"legalName\": \"Pier 14 Lda\", \"address\": \"Cais 14\", \"country\": \"pt\", \"timeZone\": \"UTC\", \"waitDays\": 0}");
        invoicing.of(order, 2);

        assertThat(seller.status()).isEqualTo(200);
        assertThat(seller.text("country")).isEqualTo("PT");
        ApiClient.Answer documents = api.get("/orders/" + order.id() + "/documents");
        assertThat(documents.body().path("items").path(1).path("kind").asString())
                .isEqualTo("invoice");
        assertThat(documents
                        .body()
                        .path("items")
                        .path(1)
                        .path("total")
                        .path("amount")
                        .asLong())
                .isEqualTo(4800);
        ApiClient.Answer receipts = api.get("/organizations/" + organization.slug() + "/documents?kind=receipt");
        assertThat(receipts.body().path("items").size())
                .as(receipts.body().toString())
                .isEqualTo(1);
        assertThat(new ApiClient(
                                settings.port(),
                                capabilities.tokenFor(order.hold().value()))
                        .get("/orders/" + order.id() + "/documents")
                        .status())
                .isEqualTo(200);
    }
}
