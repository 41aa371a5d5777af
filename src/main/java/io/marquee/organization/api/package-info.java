/** Organizations, members and invitations in the API. */
@NullMarked
package io.marquee.organization.api;

import org.jspecify.annotations.NullMarked;
