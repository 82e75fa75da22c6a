package nango

// encoding/gob and most encoders for CBOR and MessagePack call MarshalBinary first. Without it they would walk the
// exported fields: a connection would lose its credentials unnoticed, and headers would be written in clear.

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would have to lose or show the secrets.
func (c Credentials) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Credentials", "Credentials.JSON, if the secrets may be written")
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would have to lose or show the credentials.
func (c Connection) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Connection", "Connection.JSON, if the secrets may be written")
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the headers.
func (r Request) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Request", "")
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the headers.
func (r Response) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Response", "")
}

func errNoBinary(name, whole string) *Error {
	message := name + " has no binary encoding: encode the fields that you need"
	if whole != "" {
		message += ", or " + whole
	}
	return invalidArgument(message)
}
