package io.marquee.identity.web;

import io.marquee.identity.AccountNav;
import io.marquee.identity.ApiTokens;
import io.marquee.identity.IssuedApiToken;
import io.marquee.identity.NewApiToken;
import io.marquee.identity.People;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens that the person gave to programs: making, seeing and ending them. */
@Controller
@RequestMapping("/account/tokens")
class TokensController {
    private final ApiTokens tokens;
    private final People people;

    TokensController(ApiTokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    @GetMapping
    ModelAndView show(Page page) {
        return shown(TokenFields.EMPTY, null, FieldErrors.none(), page);
    }

    /** Shows the secret in the answer itself: it is kept nowhere from where another page could show it. */
    @PostMapping
    ModelAndView issue(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(required = false) @Nullable Integer expiresInDays,
            Page page) {
        try {
            IssuedApiToken issued = tokens.issue(NewApiToken.of(name, scopes, expiresInDays));
            return shown(TokenFields.EMPTY, issued.token(), FieldErrors.none(), page);
        } catch (InvalidInput e) {
            return shown(new TokenFields(name, scopes, expiresInDays), null, FieldErrors.of(e, page.text()), page);
        }
    }

    @PostMapping("/{id}/revocation")
    ModelAndView revoke(@PathVariable UUID id, Page page, RedirectAttributes redirect) {
        tokens.revoke(id);
        Flash.good(page.text().get("identity.tokens.revoked")).with(redirect);
        return SeeOther.to(AccountNav.TOKENS);
    }

    private ModelAndView shown(TokenFields typed, @Nullable String secret, FieldErrors errors, Page page) {
        TokensView view = TokensView.of(tokens.mine(), people.me().timeZone(), typed, secret, errors, page.text());
        return AccountPages.shown(page.at(Nav.ACCOUNT), AccountNav.TOKENS, "identity/tokens", "view", view, errors);
    }
}
