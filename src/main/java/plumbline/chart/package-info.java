/**
 * What is drawn: charts as data, laid out once into marks, painted by thin pens. No toolkit here.
 */
package plumbline.chart;
