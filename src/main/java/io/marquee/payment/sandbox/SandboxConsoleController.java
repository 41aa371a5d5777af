package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.payment.sandbox.SandboxDeliveries.SandboxDelivery;
import io.marquee.payment.sandbox.SandboxDisputes.SandboxDispute;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneId;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** How the sandbox behaves, which disputes the bank has to decide, and what became of its webhooks. */
@Controller
@RequestMapping("/admin/sandbox")
class SandboxConsoleController {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private final SandboxConsole console;

    SandboxConsoleController(SandboxConsole console) {
        this.console = console;
    }

    @GetMapping
    ModelAndView show(Page page) {
        return show(page, BehaviourForm.of(console.behaviour()), FieldErrors.none());
    }

    @PostMapping
    ModelAndView set(
            @RequestParam(defaultValue = "") String delivery,
            @RequestParam(defaultValue = "") String lateSeconds,
            @RequestParam(defaultValue = "") String settleSeconds,
            @RequestParam(defaultValue = "") String disputeSeconds,
            Page page,
            RedirectAttributes redirect) {
        BehaviourForm form = new BehaviourForm(delivery, lateSeconds, settleSeconds, disputeSeconds);
        try {
            console.set(form.parsed());
            Flash.good(page.text().get("payment.sandbox.saved")).with(redirect);
            return back();
        } catch (InvalidInput wrong) {
            ModelAndView again = show(page, form, FieldErrors.of(wrong, page.text()));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    /** @param outcome won or lost, for the shop */
    @PostMapping("/disputes/{id}/{outcome:won|lost}")
    ModelAndView decide(@PathVariable String id, @PathVariable String outcome) {
        console.decide(id, outcome.equals("won"));
        return back();
    }

    @PostMapping("/deliveries/{id}/repeats")
    ModelAndView repeat(@PathVariable String id, Page page, RedirectAttributes redirect) {
        console.repeat(id);
        Flash.good(page.text().get("payment.sandbox.sent_again")).with(redirect);
        return back();
    }

    private static ModelAndView back() {
        RedirectView redirect = new RedirectView("/admin/sandbox");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView show(Page page, BehaviourForm form, FieldErrors errors) {
        Text text = page.text();
        ConsoleView view = new ConsoleView(
                form.delivery(),
                form.lateSeconds(),
                form.settleSeconds(),
                form.disputeSeconds(),
                Arrays.stream(SandboxBehaviour.Delivery.values())
                        .map(d -> Option.of(Wire.name(d), text.of("payment.sandbox.delivery", d)))
                        .toList(),
                errors,
                console.openDisputes().stream().map(d -> dispute(d, text)).toList(),
                console.deliveries().stream().map(d -> delivery(d, text)).toList());
        return page.titled(text.get("payment.sandbox.console")).show("payment/sandbox/console", "view", view);
    }

    private static ConsoleView.Dispute dispute(SandboxDispute dispute, Text text) {
        return new ConsoleView.Dispute(
                "/admin/sandbox/disputes/" + dispute.id(),
                dispute.charge(),
                text.money(dispute.amount()),
                Chip.of(text, Wire.name(dispute.standing())));
    }

    private static ConsoleView.Delivery delivery(SandboxDelivery delivery, Text text) {
        Tone tone = switch (delivery.state()) {
            case "delivered" -> Tone.GOOD;
            case "failed" -> Tone.BAD;
            case "pending" -> Tone.WARN;
            default -> Tone.PLAIN;
        };
        return new ConsoleView.Delivery(
                "/admin/sandbox/deliveries/" + delivery.id() + "/repeats",
                delivery.type(),
                delivery.charge(),
                new Chip(text.get("payment.sandbox.delivery_state." + delivery.state()), tone),
                delivery.attempts(),
                delivery.lastAnswer(),
                text.dateTime(delivery.createdAt(), UTC));
    }
}
