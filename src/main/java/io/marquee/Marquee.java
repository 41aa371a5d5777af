package io.marquee;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;

/** The application: one process that serves pages, the API and the jobs. */
@SpringBootApplication
@EnableAsync
public class Marquee {
    private Marquee() {}

    public static void main(String[] args) {
        SpringApplication.run(Marquee.class, args);
    }
}
