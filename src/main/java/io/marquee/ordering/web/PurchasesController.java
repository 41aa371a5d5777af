package io.marquee.ordering.web;

import io.marquee.identity.Access;
import io.marquee.identity.AccountNav;
import io.marquee.identity.Client;
import io.marquee.identity.People;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Purchases;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody bought: in their account, or by a mailed link for those who have none. */
@Controller
class PurchasesController {
    private static final int PAGE = 25;
    private static final String FIND = "/purchases";

    private final Purchases purchases;
    private final PurchaseRows rows;
    private final People people;
    private final Access access;

    PurchasesController(Purchases purchases, PurchaseRows rows, People people, Access access) {
        this.purchases = purchases;
        this.rows = rows;
        this.people = people;
        this.access = access;
    }

    @GetMapping(AccountNav.PURCHASES)
    ModelAndView mine(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        access.personId();
        Slice<OrderView> found = purchases.mine(OrderStates.parsed(state), cursor, PAGE);
        PurchaseList view = list(AccountNav.PURCHASES, null, people.me().verified(), state, cursor, found, page.text());
        return page.titled(page.text().get("ordering.purchases.title"))
                .at(Nav.ACCOUNT)
                .show("ordering/purchases", "view", view)
                .addObject("nav", AccountNav.links(AccountNav.PURCHASES, page));
    }

    @GetMapping(FIND + "/{token}")
    ModelAndView behindLink(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        Slice<OrderView> found = purchases.behind(token, OrderStates.parsed(state), cursor, PAGE);
        String intro = page.text().get("ordering.purchases.of", purchases.addressOf(token));
        PurchaseList view = list(FIND + "/" + token, intro, true, state, cursor, found, page.text());
        return page.titled(page.text().get("ordering.purchases.title"))
                .at(Nav.TICKETS)
                .show("ordering/purchases", "view", view);
    }

    @GetMapping(FIND)
    ModelAndView ask(Page page) {
        return form("", FieldErrors.none(), page);
    }

    @PostMapping(FIND)
    ModelAndView find(@RequestParam(defaultValue = "") String email, Page page, HttpServletRequest request) {
        try {
            purchases.mailLink(
                    email,
                    new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)),
                    page.text().locale());
        } catch (InvalidInput invalid) {
            ModelAndView again = form(email, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return SeeOther.to(FIND + "?sent");
    }

    /** The same whether anything was bought with the address or not. */
    @GetMapping(path = FIND, params = "sent")
    ModelAndView sent(Page page) {
        return page.titled(page.text().get("ordering.purchases.sent.title"))
                .at(Nav.TICKETS)
                .show("ordering/purchases-sent");
    }

    private static ModelAndView form(String typed, FieldErrors errors, Page page) {
        Field email = Field.email("email", page.text().get("ordering.checkout.guest.email"))
                .value(typed)
                .error(errors.of("email"))
                .required();
        return page.titled(page.text().get("ordering.purchases.find.title"))
                .at(Nav.TICKETS)
                .show("ordering/purchases-find", "email", email);
    }

    private PurchaseList list(
            String path,
            @Nullable String intro,
            boolean verified,
            String state,
            @Nullable String cursor,
            Slice<OrderView> found,
            Text text) {
        String first = path + "?state=" + OrderStates.word(state);
        return new PurchaseList(
                path,
                intro,
                verified,
                OrderStates.options(text),
                state,
                OrderStates.parsed(state) != null || cursor != null,
                rows.of(found.items(), text),
                new Pagination(
                        cursor == null ? null : first,
                        found.next() == null ? null : first + "&cursor=" + found.next()));
    }
}
