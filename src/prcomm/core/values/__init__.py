"""What everything else is made of: errors, messages, alternatives, frozen values made quickly. It knows nothing."""
