/** What comes in and goes out: files of others, read raw; samples. */
package plumbline.exchange;
