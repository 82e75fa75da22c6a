// Package page has what the programs that list records share: how a page is known to be read whole.
package page

import "errors"

// Path lists the records of the bench server.
const Path = "/records?model=" + Model

// Model is their model.
const Model = "GithubIssue"

// Records is how many a page has.
const Records = 1000

// Sums are what was read of a page: the sums of its numbers, and of the lengths of its texts.
type Sums struct {
	Records    int
	Characters int
	Numbers    int64
	Scores     float64
	Drafts     int
}

// Check fails unless everything of a page was read. The numbers from 0 on are in the title and the body too.
func (s Sums) Check() error {
	const digits = 10 + 2*90 + 3*900
	const id, title, state, updatedAt, body = 36, 17, 4, 24, 281
	want := Sums{
		Records:    Records,
		Characters: Records*(id+title+state+updatedAt+body) + 2*digits,
		Numbers:    Records * (Records - 1) / 2,
		Scores:     Records * 4.25,
	}
	if s != want {
		return errors.New("the page is not the expected one")
	}
	return nil
}
