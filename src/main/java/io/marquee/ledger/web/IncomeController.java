package io.marquee.ledger.web;

import io.marquee.ledger.LedgerReads;
import io.marquee.platform.web.Page;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the platform earned with its organizations, for administrators. */
@Controller
class IncomeController {
    private final LedgerReads reads;

    IncomeController(LedgerReads reads) {
        this.reads = reads;
    }

    @GetMapping("/admin/income")
    ModelAndView show(Page page) {
        List<IncomeRow> rows = reads.platformIncome().stream()
                .map(income -> new IncomeRow(
                        StatementForm.month(income.month(), page.text()),
                        page.text().money(income.amount())))
                .toList();
        return page.titled(page.text().get("ledger.income.title")).show("ledger/income", "rows", rows);
    }
}
