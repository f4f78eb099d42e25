// Package crossdoc decides, for mentions that are given, which of them name one
// actor, thing or happening across the documents of a topic: the task by which
// cross-document coreference is measured.
//
// It is for measuring: it takes texts in the column format of the CoNLL shared
// tasks with mentions marked, and looks at words, trees, names and the world
// file, never at the labels of the marks. It is not for finding mentions, and
// the record does not use it: package reconcile decides there, and leaves apart
// what is not sure.
package crossdoc
