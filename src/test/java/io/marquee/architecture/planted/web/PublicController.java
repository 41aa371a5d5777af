package io.marquee.architecture.planted.web;

import org.springframework.web.bind.annotation.RestController;

/** Planted: a controller that others could call. */
@RestController
public class PublicController {}
