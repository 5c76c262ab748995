/** The world of a package index: uploads, a task queue, and the copying of files from S3 to a B2 cache. */
@NullMarked
package dashwright.lab.world.pypi;

import org.jspecify.annotations.NullMarked;
