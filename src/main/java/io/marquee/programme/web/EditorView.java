package io.marquee.programme.web;

import io.marquee.event.ManageNav;
import java.util.List;

/** @param conflicts in words */
public record EditorView(ManageNav nav, String path, AgendaView agenda, List<String> conflicts) {}
