/** What is typed: the command line, thin over the other rooms. */
package plumbline.command;
