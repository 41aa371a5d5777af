/** Organization's pages: making one, its settings, its members, invitations. */
@NullMarked
package io.marquee.organization.web;

import org.jspecify.annotations.NullMarked;
