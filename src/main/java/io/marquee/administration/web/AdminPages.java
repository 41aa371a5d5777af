package io.marquee.administration.web;

import io.marquee.identity.Access;
import io.marquee.platform.jobs.JobBoard;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/admin")
class AdminPages {
    private static final int SHOWN = 200;

    private final Access access;
    private final JobBoard board;

    AdminPages(Access access, JobBoard board) {
        this.access = access;
        this.board = board;
    }

    @GetMapping
    ModelAndView home(Page page) {
        access.requireAdministrator();
        return page.titled(page.text().get("administration.title")).show("administration/home");
    }

    @GetMapping("/jobs")
    ModelAndView jobs(Page page, @RequestParam(defaultValue = "false") boolean failing) {
        access.requireAdministrator();
        List<JobRow> rows = board.list(failing, SHOWN).stream()
                .map(job -> new JobRow(
                        job.task(),
                        job.instance(),
                        page.text().dateTime(job.nextRun(), ZoneId.of("UTC")),
                        job.running(),
                        job.failures()))
                .toList();
        return page.titled(page.text().get("administration.jobs.title"))
                .show("administration/jobs", "jobs", new JobsView(failing, rows));
    }

    @PostMapping("/jobs/runs")
    String run(Page page, @RequestParam String task, @RequestParam String instance, RedirectAttributes redirect) {
        access.requireAdministrator();
        boolean runs = board.runNow(task, instance);
        Flash flash = runs
                ? Flash.good(page.text().get("administration.jobs.again.done"))
                : Flash.bad(page.text().get("administration.jobs.again.not"));
        flash.with(redirect);
        return "redirect:/admin/jobs";
    }
}
