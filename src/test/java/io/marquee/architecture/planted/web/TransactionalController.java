package io.marquee.architecture.planted.web;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** Planted: a controller that opens a transaction. */
@Controller
public class TransactionalController {
    @Transactional
    public void act() {}
}
