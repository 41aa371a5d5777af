package io.marquee.proof;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How every route answers every {@link Role}, a letter for each in their order. o: done, shown or led on; l: asked to sign
 * in; f: forbidden; n: not found; i: may do it, but the empty input is refused.
 */
final class AccessTable {
    /** Not asked, and why. */
    static final Map<String, String> UNASKED =
            Map.of("POST /login", "slows down whoever asks often: SignInTest tries it");

    /** What a route needs before it can ask who comes. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /admin/jobs/runs", "task=x&instance=x"),
            Map.entry("POST /api/v1/events/{event}/check-ins", "{\"code\": \"x\", \"gate\": \"x\", \"device\": \"x\"}"),
            Map.entry("POST /api/v1/orders/{id}/payments", "{\"provider\": \"x\"}"),
            Map.entry("POST /api/v1/organizations/{idOrSlug}/invitations", "{\"role\": \"viewer\", \"email\": \"x\"}"),
            Map.entry("PATCH /api/v1/organizations/{idOrSlug}/members/{person}", "{\"role\": \"viewer\"}"),
            Map.entry(
                    "POST /api/v1/organizations/{organization}/events",
                    "{\"title\": \"x\", \"startsAt\": \"2031-06-18T19:30\", \"endsAt\": \"2031-06-18T23:00\", \"timeZone\": \"UTC\"}"),
            Map.entry("POST /manage/events/{slug}/ticket-types/{type}/position", "to=1"),
            Map.entry("POST /manage/organizations/{organization}/imports/{run}/confirmation", "timeZone=UTC"),
            Map.entry("POST /manage/organizations/{slug}/members/{person}", "role=viewer"),
            Map.entry("POST /manage/events/{slug}/seats/copies", "copyOf=01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001"),
            Map.entry("POST /manage/events/{slug}/seats/imports", file("file")),
            Map.entry("POST /account/avatar", file("avatar")),
            Map.entry("POST /api/v1/events/{event}/pictures", file("picture")),
            Map.entry("POST /manage/events/{slug}/pictures", file("picture")),
            Map.entry("POST /manage/events/{slug}/pictures/{picture}/position", "to=1"),
            Map.entry("POST /api/v1/media", file("image")),
            Map.entry("POST /manage/organizations/{organization}/imports", file("file")),
            Map.entry("POST /manage/organizations/{slug}/brand/logo", file("logo")));

    private AccessTable() {}

    static String body(Route route) {
        return BODIES.getOrDefault(route.toString(), route.api() ? "{}" : "x=");
    }

    static String type(Route route) {
        if (body(route).startsWith("--x")) return "multipart/form-data; boundary=x";
        if (!route.api()) return "application/x-www-form-urlencoded";
        if (route.pattern().endsWith("/seat-map/imports")) return "text/csv";
        if (route.pattern().endsWith("/imports")) return "application/x-ndjson";
        return route.pattern().matches(".*/(cover|avatar|logo)") ? "image/png" : "application/json";
    }

    private static String file(String name) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"x\"\r\nContent-Type: image/png\r\n\r\nx\r\n--x--\r\n";
    }

    static Map<String, String> expected() {
        Map<String, String> expected = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] answersAndRoute = line.split(" ", 2);
            expected.put(answersAndRoute[1], answersAndRoute[0]);
        });
        return expected;
    }

    private static final String TABLE = """
            oooooooooooooo GET /
            looooooooooool GET /account
            liiiiiiiiiiiil POST /account
            liiiiiiiiiiiil POST /account/avatar
            looooooooooool POST /account/avatar/removal
            looooooooooool GET /account/password
            liiiiiiiiiiiil POST /account/password
            looooooooooool GET /account/payment-methods
            looooooooooool POST /account/payment-methods
            lnnnnnnnnnnnnl POST /account/payment-methods/{customer}/{method}/removal
            lnnnnnnnnnnnnl POST /account/payment-methods/{customer}/{method}/standard
            looooooooooool GET /account/purchases
            looooooooooool GET /account/sessions
            looooooooooool POST /account/sessions/revocation
            lnnnnnnnnnnnnl POST /account/sessions/{id}/revocation
            looooooooooool POST /account/verification
            lnnnnnnnnnnnol GET /admin
            lnnnnnnnnnnnol GET /admin/income
            lnnnnnnnnnnnol GET /admin/jobs
            lnnnnnnnnnnnol POST /admin/jobs/runs
            lnnnnnnnnnnnol GET /admin/outbox
            lnnnnnnnnnnnol GET /admin/outbox/{id}
            lnnnnnnnnnnnnl GET /admin/outbox/{id}/files/{name}
            lnnnnnnnnnnnol GET /admin/outbox/{id}/html
            lnnnnnnnnnnnol POST /admin/outbox/{id}/sendings
            lnnnnnnnnnnnol GET /admin/providers
            lnnnnnnnnnnnol GET /admin/reconciliation
            lnnnnnnnnnnnil POST /admin/reconciliation
            lnnnnnnnnnnnnl POST /admin/reconciliation/{id}/acceptance
            lnnnnnnnnnnnnl POST /admin/reconciliation/{id}/handling
            lnnnnnnnnnnnnl POST /admin/reconciliation/{id}/refund
            lnnnnnnnnnnnol GET /admin/sandbox
            lnnnnnnnnnnnil POST /admin/sandbox
            lnnnnnnnnnnnol POST /admin/sandbox/deliveries/{id}/repeats
            lnnnnnnnnnnnol POST /admin/sandbox/disputes/{id}/{outcome:won|lost}
            lnnnnnnnnnnnol GET /admin/webhooks
            lnnnnnnnnnnnol GET /admin/webhooks/{id}
            lnnnnnnnnnnnol POST /admin/webhooks/{id}/replays
            iiiiiiiiiiiiii POST /api/v1/accounts
            lnnnnnnnnnnnol GET /api/v1/admin/income
            lnnnnnnnnnnnol GET /api/v1/admin/stock-recounts
            lnnnnnnnnnnnol POST /api/v1/admin/stock-recounts
            lnnnnnnnnnnnol GET /api/v1/admin/discrepancies
            lnnnnnnnnnnnnl POST /api/v1/admin/discrepancies/{id}/acceptance
            lnnnnnnnnnnnnl POST /api/v1/admin/discrepancies/{id}/handling
            lnnnnnnnnnnnnl POST /api/v1/admin/discrepancies/{id}/refund
            lnnnnnnnnnnnol GET /api/v1/admin/payment-providers
            lnnnnnnnnnnnol GET /api/v1/admin/reconciliations
            lnnnnnnnnnnnil POST /api/v1/admin/reconciliations
            lnnnnnnnnnnnnl GET /api/v1/admin/reconciliations/{id}
            lnnnnnnnnnnnol GET /api/v1/admin/webhooks
            lnnnnnnnnnnnol GET /api/v1/admin/webhooks/{id}
            lnnnnnnnnnnnol POST /api/v1/admin/webhooks/{id}/replays
            oooooooooooooo GET /api/v1/events
            lniiffffffffnl DELETE /api/v1/events/{event}
            oooooooooooooo GET /api/v1/events/{event}
            lnooffofofffnl PATCH /api/v1/events/{event}
            lniiffififffnl POST /api/v1/events/{event}/archive
            lniiffifffffnl POST /api/v1/events/{event}/cancellation
            lniiffififffnl POST /api/v1/events/{event}/copies
            lnooffoffffonl GET /api/v1/events/{event}/check-ins
            lnooffoffffonl POST /api/v1/events/{event}/check-ins
            lnooffofofffnl DELETE /api/v1/events/{event}/cover
            lniiffififffnl PUT /api/v1/events/{event}/cover
            lnooffofffffnl GET /api/v1/events/{event}/finances
            lnoofooffoffnl GET /api/v1/events/{event}/guests
            lnooffofffffnl GET /api/v1/events/{event}/invitations
            lniiffifffffnl POST /api/v1/events/{event}/invitations
            lnooffofffffnl DELETE /api/v1/events/{event}/invitations/{invitation}
            lnoofoofffofnl GET /api/v1/events/{event}/orders
            lnoofoofffofnl GET /api/v1/events/{event}/refund-requests
            lniiffifffffnl DELETE /api/v1/events/{event}/publication
            lniiffifffffnl POST /api/v1/events/{event}/publication
            oooooooooooooo GET /api/v1/events/{event}/pictures
            lniiffififffnl POST /api/v1/events/{event}/pictures
            lnooffofofffnl DELETE /api/v1/events/{event}/pictures/{picture}
            lnooffofofffnl PATCH /api/v1/events/{event}/pictures/{picture}
            lniiffifffffnl POST /api/v1/events/{event}/postponement
            lnooffofffffnl POST /api/v1/events/{event}/start
            lnooffofffffnl GET /api/v1/events/{event}/team
            lnooffofffffnl DELETE /api/v1/events/{event}/team/{person}
            lnooffofffffnl PUT /api/v1/events/{event}/team/{person}
            lniiffififffnl PUT /api/v1/events/{event}/ticket-types/{type}/waiting-list
            oooooooooooooo GET /api/v1/events/{event}/transfer-rule
            lnooffofofffnl PUT /api/v1/events/{event}/transfer-rule
            lnoofooffoffnl GET /api/v1/events/{event}/transfers
            lnoofooffoffnl GET /api/v1/events/{event}/waiting-list
            lnooffofffffnl DELETE /api/v1/events/{event}/waiting-list/{id}
            lniiffifffffnl POST /api/v1/events/{event}/waiting-list/{id}/offers
            oooooooooooooo GET /api/v1/events/{event}/waiting-rule
            lniiffififffnl PUT /api/v1/events/{event}/waiting-rule
            iiiiiiiiiiiiii POST /api/v1/events/{idOrSlug}/holds
            oooooooooooooo GET /api/v1/events/{idOrSlug}/seat-map
            lniiffififffnl POST /api/v1/events/{idOrSlug}/seat-map
            lnooffofofffnl PATCH /api/v1/events/{idOrSlug}/seat-map
            lniiffififffnl DELETE /api/v1/events/{idOrSlug}/seat-map
            lnooffnfnfffnl POST /api/v1/events/{idOrSlug}/seat-map/copies
            lniiffififffnl POST /api/v1/events/{idOrSlug}/seat-map/imports
            lniiffififffnl POST /api/v1/events/{idOrSlug}/seat-map/seat-changes
            lniiffififffnl PATCH /api/v1/events/{idOrSlug}/seat-map/seats/{seat}
            lniiffififffnl POST /api/v1/events/{idOrSlug}/seat-map/sections
            lniiffififffnl DELETE /api/v1/events/{idOrSlug}/seat-map/sections/{section}
            lnooffofofffnl PATCH /api/v1/events/{idOrSlug}/seat-map/sections/{section}
            lniiffififffnl POST /api/v1/events/{idOrSlug}/seat-map/sections/{section}/rows
            lniiffififffnl PATCH /api/v1/events/{idOrSlug}/seat-map/sections/{section}/rows/{order}
            oooooooooooooo GET /api/v1/events/{idOrSlug}/seat-states
            oooooooooooooo GET /api/v1/events/{idOrSlug}/questions
            lniiffififffnl POST /api/v1/events/{idOrSlug}/questions
            lnooffofofffnl GET /api/v1/events/{idOrSlug}/price-rules
            lniiffififffnl POST /api/v1/events/{idOrSlug}/price-rules
            lnooffofofffnl GET /api/v1/events/{idOrSlug}/promo-codes
            lniiffififffnl POST /api/v1/events/{idOrSlug}/promo-codes
            iiiiiiiiiiiiii POST /api/v1/events/{idOrSlug}/quotes
            lnooffofofffnl GET /api/v1/events/{idOrSlug}/shared-quotas
            lniiffififffnl POST /api/v1/events/{idOrSlug}/shared-quotas
            oooooooooooooo GET /api/v1/events/{idOrSlug}/ticket-types
            lniiffififffnl POST /api/v1/events/{idOrSlug}/ticket-types
            oooooooooooooo GET /api/v1/events/{idOrSlug}/waiting-room
            lniiffififffnl PUT /api/v1/events/{idOrSlug}/waiting-room
            iiiiiiiiiiiiii POST /api/v1/events/{idOrSlug}/waiting-room/links
            iiiiiiiiiiiiii POST /api/v1/events/{idOrSlug}/waiting-room/places
            nnooffnnnnnnno DELETE /api/v1/holds/{id}
            nnoofonnnnnnno GET /api/v1/holds/{id}
            lnnnnnnnnnnnnl POST /api/v1/invitations/{token}/acceptance
            looooooooooool GET /api/v1/me
            looooooooooool PATCH /api/v1/me
            looooooooooool DELETE /api/v1/me/avatar
            liiiiiiiiiiiil PUT /api/v1/me/avatar
            looooooooooool GET /api/v1/me/payment-methods
            liiiiiiiiiiiil POST /api/v1/me/payment-methods
            lnnnnnnnnnnnnl DELETE /api/v1/me/payment-methods/{customer}/{method}
            lnnnnnnnnnnnnl PUT /api/v1/me/payment-methods/{customer}/{method}/standard
            looooooooooool GET /api/v1/me/purchases
            lnnnnnnnnnnnnl GET /api/v1/me/purchases/{id}
            iiiiiiiiiiiiii POST /api/v1/me/verification
            looooooooooool POST /api/v1/me/verification-mails
            liiiiiiiiiiiil POST /api/v1/media
            oooooooooooooo GET /api/v1/openapi.json
            oooooooooooooo GET /api/v1/openapi.json.yaml
            iiiiiiiiiiiiii POST /api/v1/orders
            nniiffiffffnni DELETE /api/v1/orders/{id}
            nnoofoofffonno GET /api/v1/orders/{id}
            nnoofoofffonno GET /api/v1/orders/{id}/answers
            nnooffofffonno PUT /api/v1/orders/{id}/answers
            nnooffoffffnnl POST /api/v1/orders/{id}/refund-requests/{request}/approval
            nniiffiffffnnl POST /api/v1/orders/{id}/refund-requests/{request}/refusal
            nnoofoofffonno GET /api/v1/orders/{id}/billing
            nnooffofffonno PUT /api/v1/orders/{id}/billing
            nnoofoofffonno GET /api/v1/orders/{id}/documents
            nnoofoofffonno GET /api/v1/orders/{id}/documents/{document}
            nnoofoofffonno GET /api/v1/orders/{id}/documents/{document}/pdf
            nnoofoofffonno GET /api/v1/orders/{id}/payments
            nniiffiffffnni POST /api/v1/orders/{id}/payments
            nnoofoofffonno GET /api/v1/orders/{id}/refunds
            nniifiifffinni POST /api/v1/orders/{id}/refunds
            nnooffoffffnnl POST /api/v1/orders/{id}/refunds/previews
            nnoofoofffonno GET /api/v1/orders/{id}/tickets
            looooooooooool GET /api/v1/organizations
            liiiiiiiiiiiil POST /api/v1/organizations
            oooooooooooooo GET /api/v1/organizations/{idOrSlug}
            lnooffnnnnnnnl PATCH /api/v1/organizations/{idOrSlug}
            lnoofonnnnnnnl GET /api/v1/organizations/{idOrSlug}/documents
            lnooffnnnnnnnl GET /api/v1/organizations/{idOrSlug}/balance
            lnooffnnnnnnnl GET /api/v1/organizations/{idOrSlug}/invitations
            lniiffnnnnnnnl POST /api/v1/organizations/{idOrSlug}/invitations
            lnooffnnnnnnnl DELETE /api/v1/organizations/{idOrSlug}/invitations/{invitation}
            lnooffnnnnnnnl DELETE /api/v1/organizations/{idOrSlug}/logo
            lniiffnnnnnnnl PUT /api/v1/organizations/{idOrSlug}/logo
            lnoooonnnnnnnl GET /api/v1/organizations/{idOrSlug}/members
            lnooffnnnnnnnl DELETE /api/v1/organizations/{idOrSlug}/members/{person}
            lnooffnnnnnnnl PATCH /api/v1/organizations/{idOrSlug}/members/{person}
            lnooffnnnnnnnl GET /api/v1/organizations/{idOrSlug}/seller
            lniiffnnnnnnnl PUT /api/v1/organizations/{idOrSlug}/seller
            lnooffnnnnnnnl GET /api/v1/organizations/{idOrSlug}/statement
            lnofffnnnnnnnl POST /api/v1/organizations/{idOrSlug}/signing-keys
            lnoooonnnnnnnl GET /api/v1/organizations/{organization}/events
            lnooofnnnnnnnl POST /api/v1/organizations/{organization}/events
            lniiffnnnnnnnl POST /api/v1/organizations/{organization}/imports
            lnooffnnnnnnnl GET /api/v1/organizations/{organization}/imports/{run}
            lnoofonnnnnnnl GET /api/v1/organizations/{organization}/refund-requests
            lnooofnnnnnnnl GET /api/v1/organizations/{organization}/seat-maps
            iiiiiiiiiiiiii POST /api/v1/password-resets
            lniiffififffnl PUT /api/v1/questions/{id}
            lnooffofofffnl DELETE /api/v1/questions/{id}
            lnnnnnnnnnnnol GET /api/v1/sandbox/settings
            lnnnnnnnnnnnol PUT /api/v1/sandbox/settings
            looooooooooool GET /api/v1/sessions
            iiiiiiiiiiiiii POST /api/v1/sessions
            looooooooooooo DELETE /api/v1/sessions/current
            lnnnnnnnnnnnnl DELETE /api/v1/sessions/{id}
            iiiiiiiiiiiiii POST /api/v1/sign-in-links
            nnnnnnnnnnnnnn DELETE /api/v1/price-rules/{id}
            nnnnnnnnnnnnnn PATCH /api/v1/price-rules/{id}
            iiiiiiiiiiiiii POST /api/v1/purchases/links
            lnooffofofffnl DELETE /api/v1/promo-codes/{id}
            lnooffofofffnl GET /api/v1/promo-codes/{id}
            lnooffofofffnl PATCH /api/v1/promo-codes/{id}
            nnnnnnnnnnnnnn DELETE /api/v1/shared-quotas/{id}
            nnnnnnnnnnnnnn PATCH /api/v1/shared-quotas/{id}
            lnooffofofffnl DELETE /api/v1/ticket-types/{id}
            lnooffofofffnl PATCH /api/v1/ticket-types/{id}
            iiiiiiiiiiiiii POST /api/v1/ticket-types/{id}/waiting-list
            nnoofooffoffno GET /api/v1/tickets/{id}
            nniiffifffffnl PUT /api/v1/tickets/{id}/holder
            nniiffifffifni POST /api/v1/tickets/{id}/mails
            nnnnnnnnnnnnnn DELETE /api/v1/tickets/{id}/resale
            nnnnnnnnnnnnni POST /api/v1/tickets/{id}/resale
            nnoofooffoffno GET /api/v1/tickets/{id}/transfers
            nnnnnnnnnnnnni POST /api/v1/tickets/{id}/transfers
            nnnnnnnnnnnnno DELETE /api/v1/transfers/{id}
            nnoofooffofnno GET /api/v1/transfers/{id}
            nnnnnnnnnnnnnn POST /api/v1/transfers/{id}/acceptance
            nnnnnnnnnnnnnn POST /api/v1/transfers/{id}/rejection
            nnnnnnnnnnnnnn DELETE /api/v1/waiting-list/{id}
            nnnnnnnnnnnnnn GET /api/v1/waiting-list/{id}
            nnnnnnnnnnnnnn GET /api/v1/waiting-room/places/{pass}
            oooooooooooooo GET /assets/{version:[0-9a-f]{12}}/css/marquee.css
            oooooooooooooo GET /checkout/{token}
            oooooooooooooo GET /checkout/{token}/order
            iiiiiiiiiiiiii POST /checkout/{token}/order
            oooooooooooooo POST /checkout/{token}/payments
            oooooooooooooo POST /checkout/{token}/payments/abandonment
            oooooooooooooo POST /checkout/{token}/release
            oooooooooooooo GET /checkout/{token}/return
            oooooooooooooo GET /discover
            nnnnnnnnnnnnnn GET /error
            nnnnnnnnnnnnnn POST /error
            nnnnnnnnnnnnnn GET /event-invitations/{token}
            nnnnnnnnnnnnnn POST /event-invitations/{token}
            looooooooooool GET /events/new
            liiiiiiiiiiiil POST /events/new
            oooooooooooooo GET /events/{slug}
            oooooooooooooo GET /events/{slug}/calendar.ics
            oooooooooooooo GET /events/{slug}/cover.svg
            oooooooooooooo GET /events/{slug}/holds
            oooooooooooooo POST /events/{slug}/quotes
            iiiiiiiiiiiiii POST /events/{slug}/holds
            oooooooooooooo GET /events/{slug}/seats
            iiiiiiiiiiiiii POST /events/{slug}/seats
            oooooooooooooo GET /events/{slug}/social.png
            oooooooooooooo GET /events/{slug}/waiting-list/{type}
            iiiiiiiiiiiiii POST /events/{slug}/waiting-list/{type}
            oooooooooooooo GET /events/{slug}/waiting-room
            iiiiiiiiiiiiii POST /events/{slug}/waiting-room/links
            oooooooooooooo POST /events/{slug}/waiting-room/places
            nnnnnnnnnnnnnn GET /invitations/{token}
            lnnnnnnnnnnnnl POST /invitations/{token}/acceptance
            oooooooooooooo GET /language
            oooooooooooooo POST /language
            oooooooooooooo GET /login
            oooooooooooooo GET /login/link
            iiiiiiiiiiiiii POST /login/link
            oooooooooooooo POST /logout
            looooooooooool GET /manage
            nnoofoofffonno GET /manage/documents/{document}
            nnoofoofffonno GET /manage/documents/{document}/document.pdf
            nnoofoofffonno GET /manage/documents/{document}/order
            lnoofoooooofnl GET /manage/events/{slug}
            lniiffififffnl POST /manage/events/{slug}/archive
            lnooffofffffnl GET /manage/events/{slug}/cancellation
            lniiffifffffnl POST /manage/events/{slug}/cancellation
            lnooffoffffonl GET /manage/events/{slug}/check-ins
            lnooffoffffonl GET /manage/events/{slug}/check-ins/scans
            lnooffofofffnl GET /manage/events/{slug}/copy
            lniiffififffnl POST /manage/events/{slug}/copy
            lniiffffffffnl POST /manage/events/{slug}/deletion
            lnooffofofffnl GET /manage/events/{slug}/edit
            lniiffififffnl POST /manage/events/{slug}/edit
            lnooffofffffnl GET /manage/events/{slug}/finances
            lnoofooffoffnl GET /manage/events/{slug}/guests
            lnoofoooooofnl GET /manage/events/{slug}/live
            lnoofoooooofnl GET /manage/events/{slug}/live/days
            lnoofoooooofnl GET /manage/events/{slug}/live/figures
            lnoofoofffofnl GET /manage/events/{slug}/live/orders
            lnoofoofffofnl GET /manage/events/{slug}/orders
            lnoofoofffofnl GET /manage/events/{slug}/orders/{code}
            lnooffofffffnl POST /manage/events/{slug}/orders/{code}/cancellation
            lnoofoofffofnl GET /manage/events/{slug}/orders/{code}/documents
            lnooffofffofnl POST /manage/events/{slug}/orders/{code}/documents/billing
            lnooffofffffnl POST /manage/events/{slug}/orders/{code}/refund-requests/{request}/approval
            lnooffofffffnl POST /manage/events/{slug}/orders/{code}/refund-requests/{request}/refusal
            lnooffofffffnl POST /manage/events/{slug}/orders/{code}/refunds
            lnooffofffffnl GET /manage/events/{slug}/orders/{code}/refunds/new
            lnooffofffofnl POST /manage/events/{slug}/orders/{code}/resend
            lnooffofffffnl POST /manage/events/{slug}/orders/{code}/tickets/{ticket}/holder
            lnooffofffofnl POST /manage/events/{slug}/orders/{code}/tickets/{ticket}/mails
            lnoofoofffofnl GET /manage/events/{slug}/refund-requests
            lnooffofofffnl GET /manage/events/{slug}/pictures
            lniiffififffnl POST /manage/events/{slug}/pictures
            lnooffofofffnl POST /manage/events/{slug}/pictures/{picture}
            lnooffofofffnl POST /manage/events/{slug}/pictures/{picture}/position
            lnooffofofffnl POST /manage/events/{slug}/pictures/{picture}/removal
            lnooffofffffnl GET /manage/events/{slug}/postponement
            lniiffifffffnl POST /manage/events/{slug}/postponement
            lniiffifffffnl POST /manage/events/{slug}/publication
            lniiffifffffnl POST /manage/events/{slug}/publication/withdrawal
            lnooffofofffnl GET /manage/events/{slug}/questions
            lniiffififffnl POST /manage/events/{slug}/questions
            lnooffofofffnl GET /manage/events/{slug}/questions/new
            lnooffofofffnl GET /manage/events/{slug}/questions/{question}
            lniiffififffnl POST /manage/events/{slug}/questions/{question}
            lnooffofofffnl POST /manage/events/{slug}/questions/{question}/archival
            lnooffofofffnl POST /manage/events/{slug}/questions/{question}/position
            lnooffofofffnl GET /manage/events/{slug}/review
            lnooffofffffnl GET /manage/events/{slug}/settings
            lnooffofffffnl POST /manage/events/{slug}/start
            lnooffofffffnl GET /manage/events/{slug}/team
            lniiffifffffnl POST /manage/events/{slug}/team/invitations
            lnooffofffffnl POST /manage/events/{slug}/team/invitations/{invitation}/withdrawal
            lnooffofffffnl GET /manage/events/{slug}/team/{person}
            lnooffofffffnl POST /manage/events/{slug}/team/{person}
            lnooffofffffnl POST /manage/events/{slug}/team/{person}/removal
            lnooffofofffnl GET /manage/events/{slug}/prices
            lniiffififffnl POST /manage/events/{slug}/prices/codes
            lnooffofofffnl GET /manage/events/{slug}/prices/codes/new
            lnooffofofffnl GET /manage/events/{slug}/prices/codes/{id}
            lniiffififffnl POST /manage/events/{slug}/prices/codes/{id}
            lnooffofofffnl POST /manage/events/{slug}/prices/codes/{id}/activation
            lnooffofofffnl GET /manage/events/{slug}/prices/rules/{rule}
            lniiffififffnl POST /manage/events/{slug}/prices/rules/{rule}
            lnnnffnfnfffnl POST /manage/events/{slug}/prices/rules/{rule}/removal
            lnooffofofffnl GET /manage/events/{slug}/shared-quotas
            lniiffififffnl POST /manage/events/{slug}/shared-quotas
            lnooffofofffnl GET /manage/events/{slug}/shared-quotas/new
            lnnnffnfnfffnl GET /manage/events/{slug}/shared-quotas/{quota}
            lnnnffnfnfffnl POST /manage/events/{slug}/shared-quotas/{quota}
            lnnnffnfnfffnl POST /manage/events/{slug}/shared-quotas/{quota}/removal
            lnooffofofffnl GET /manage/events/{slug}/seats
            lniiffififffnl POST /manage/events/{slug}/seats
            lniiffififffnl POST /manage/events/{slug}/seats/changes
            lnnnffnfnfffnl POST /manage/events/{slug}/seats/copies
            lniiffififffnl POST /manage/events/{slug}/seats/imports
            lnooffnfnfffnl POST /manage/events/{slug}/seats/keeping
            lnooffofofffnl POST /manage/events/{slug}/seats/removal
            lniiffififffnl POST /manage/events/{slug}/seats/sections
            lnooffofofffnl GET /manage/events/{slug}/seats/sections/{section}
            lniiffififffnl POST /manage/events/{slug}/seats/sections/{section}
            lniiffififffnl POST /manage/events/{slug}/seats/sections/{section}/changes
            lnooffofofffnl POST /manage/events/{slug}/seats/sections/{section}/moves
            lnooffofofffnl POST /manage/events/{slug}/seats/sections/{section}/removal
            lniiffififffnl POST /manage/events/{slug}/seats/sections/{section}/rows
            lnooffofofffnl GET /manage/events/{slug}/ticket-types
            lniiffififffnl POST /manage/events/{slug}/ticket-types
            lnooffofofffnl GET /manage/events/{slug}/ticket-types/new
            lnooffofofffnl GET /manage/events/{slug}/ticket-types/{type}
            lniiffififffnl POST /manage/events/{slug}/ticket-types/{type}
            lnooffofofffnl POST /manage/events/{slug}/ticket-types/{type}/archival
            lnooffofofffnl POST /manage/events/{slug}/ticket-types/{type}/position
            lnoofooffoffnl GET /manage/events/{slug}/transfers
            lnooffofofffnl POST /manage/events/{slug}/transfers
            lnoofooffoffnl GET /manage/events/{slug}/waiting-list
            lnooffofofffnl POST /manage/events/{slug}/waiting-list/rule
            lnooffofofffnl POST /manage/events/{slug}/waiting-list/types/{type}
            lnooffofffffnl POST /manage/events/{slug}/waiting-list/{entry}/offers
            lnooffofffffnl POST /manage/events/{slug}/waiting-list/{entry}/removal
            lnooffofofffnl GET /manage/events/{slug}/waiting-room
            lniiffififffnl POST /manage/events/{slug}/waiting-room
            lnooffofofffnl GET /manage/events/{slug}/waiting-room/figures
            lnooffofofffnl GET /manage/events/{slug}/wizard
            lnooffnnnnnnnl GET /manage/organizations/{organization}/imports
            lnooffnnnnnnnl POST /manage/organizations/{organization}/imports
            lnooffnnnnnnnl GET /manage/organizations/{organization}/imports/{run}
            lniiffnnnnnnnl POST /manage/organizations/{organization}/imports/{run}/confirmation
            lniiffnnnnnnnl GET /manage/organizations/{organization}/imports/{run}/rejected.csv
            lnoooonnnnnnnl GET /manage/organizations/{slug}
            lnooffnnnnnnnl GET /manage/organizations/{slug}/brand
            lniiffnnnnnnnl POST /manage/organizations/{slug}/brand
            lnoofonnnnnnnl GET /manage/organizations/{slug}/refund-requests
            lniiffnnnnnnnl POST /manage/organizations/{slug}/brand/logo
            lnooffnnnnnnnl POST /manage/organizations/{slug}/brand/logo/removal
            lnoofonnnnnnnl GET /manage/organizations/{slug}/documents
            lnoofonnnnnnnl GET /manage/organizations/{slug}/documents.csv
            lnooffnnnnnnnl GET /manage/organizations/{slug}/finances
            lnooffnnnnnnnl GET /manage/organizations/{slug}/finances/statement.csv
            lnoooonnnnnnnl GET /manage/organizations/{slug}/members
            lniiffnnnnnnnl POST /manage/organizations/{slug}/members/invitations
            lnooffnnnnnnnl POST /manage/organizations/{slug}/members/invitations/{invitation}/revocation
            lnooffnnnnnnnl POST /manage/organizations/{slug}/members/{person}
            lnooffnnnnnnnl POST /manage/organizations/{slug}/members/{person}/removal
            lnooffnnnnnnnl GET /manage/organizations/{slug}/seller
            lniiffnnnnnnnl POST /manage/organizations/{slug}/seller
            nnnnnnnnnnnnnn GET /media/{id}/{width}.jpg
            oooooooooooooo GET /o/{slug}
            oooooooooooooo GET /o/{slug}/calendar.ics
            oooooooooooooo GET /orders/{token}
            oooooooooooooo GET /orders/{token}/answers
            oooooooooooooo POST /orders/{token}/answers
            oooooooooooooo GET /orders/{token}/calendar.ics
            oooooooooooooo GET /orders/{token}/documents
            oooooooooooooo POST /orders/{token}/documents/billing
            oooooooooooooo GET /orders/{token}/documents/{document}
            oooooooooooooo GET /orders/{token}/documents/{document}/document.pdf
            oooooooooooooo POST /orders/{token}/holders/{ticket}
            oooooooooooooo GET /orders/{token}/refund-requests
            iiiiiiiiiiiiii POST /orders/{token}/refund-requests
            oooooooooooooo POST /orders/{token}/resend
            oooooooooooooo GET /orders/{token}/tickets.pdf
            oooooooooooooo GET /orders/{token}/tickets/{ticket}
            oooooooooooooo POST /orders/{token}/tickets/{ticket}/mails
            oooooooooooooo POST /orders/{token}/tickets/{ticket}/resale
            nnnnnnnnnnnnnn POST /orders/{token}/tickets/{ticket}/resale/withdrawal
            oooooooooooooo GET /orders/{token}/tickets/{ticket}/ticket.pdf
            iiiiiiiiiiiiii POST /orders/{token}/tickets/{ticket}/transfers
            oooooooooooooo POST /orders/{token}/tickets/{ticket}/transfers/{transfer}/withdrawal
            liiiiiiiiiiiil POST /organizations
            looooooooooool GET /organizations/new
            oooooooooooooo GET /purchases
            iiiiiiiiiiiiii POST /purchases
            nnnnnnnnnnnnnn GET /purchases/{token}
            oooooooooooooo GET /reset
            iiiiiiiiiiiiii POST /reset
            oooooooooooooo GET /robots.txt
            nnnnnnnnnnnnnn GET /sandbox/onboarding/{account}
            nnnnnnnnnnnnnn POST /sandbox/onboarding/{account}
            nnnnnnnnnnnnnn GET /sandbox/pay/{ref}
            nnnnnnnnnnnnnn POST /sandbox/pay/{ref}
            nnnnnnnnnnnnnn GET /sandbox/pay/{ref}/authentication
            nnnnnnnnnnnnnn POST /sandbox/pay/{ref}/authentication
            nnnnnnnnnnnnnn POST /sandbox/pay/{ref}/cancellation
            lnooffoffffonl GET /scanner/{slug}
            lniiffiffffinl POST /scanner/{slug}
            lnooffoffffonl GET /scanner/{slug}/qr.svg
            lnooffoffffonl GET /scanner/{slug}/turnout
            nnnnnnnnnnnnnn GET /setup
            nnnnnnnnnnnnnn POST /setup
            oooooooooooooo GET /signup
            iiiiiiiiiiiiii POST /signup
            oooooooooooooo GET /sitemap.xml
            oooooooooooooo GET /styleguide
            oooooooooooooo GET /styleguide/qr.svg
            oooooooooooooo GET /styleguide/{hue:\\d{1,3}}
            looooooooooool GET /tickets
            lnnnnnnnnnnnnl GET /tickets/{ticket}
            lnnnnnnnnnnnnl POST /tickets/{ticket}/mails
            lnnnnnnnnnnnnl POST /tickets/{ticket}/resale
            lnnnnnnnnnnnnl POST /tickets/{ticket}/resale/withdrawal
            lnnnnnnnnnnnnl GET /tickets/{ticket}/ticket.pdf
            lnnnnnnnnnnnnl POST /tickets/{ticket}/transfers
            lnnnnnnnnnnnnl POST /tickets/{ticket}/transfers/{transfer}/withdrawal
            nnnnnnnnnnnnnn GET /transfers/{token}
            nnnnnnnnnnnnnn POST /transfers/{token}/acceptance
            nnnnnnnnnnnnnn POST /transfers/{token}/mails
            nnnnnnnnnnnnnn POST /transfers/{token}/rejection
            nnnnnnnnnnnnnn GET /transfers/{token}/ticket.pdf
            nnnnnnnnnnnnnn POST /transfers/{token}/transfers
            nnnnnnnnnnnnnn POST /transfers/{token}/transfers/{transfer}/withdrawal
            nnnnnnnnnnnnnn GET /verify
            lnnnnnnnnnnnnl POST /verify
            nnnnnnnnnnnnnn GET /waiting/{token}
            nnnnnnnnnnnnnn POST /waiting/{token}/departure
            iiiiiiiiiiiiii POST /webhooks/{provider}
            """;
}
