"""What all else is made of: errors, messages, sheets, alternatives, frozen values made quickly. It knows nothing."""
