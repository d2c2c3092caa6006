// Package mapmodel is the domain of Footpath: a customer-experience map as a
// set of records, and the changes that are the only way to alter it.
package mapmodel
