/** What every test may lean on: a real database, the running application, and its address. */
@NullMarked
package io.marquee.testing;

import org.jspecify.annotations.NullMarked;
